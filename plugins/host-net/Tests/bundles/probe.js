// A bundle for the tests of the host: each message asks the border one question.
var BblRules = {
  handlers: function () {
    return [];
  },
  execute: function (contextJson, service) {
    var context = JSON.parse(contextJson);
    function call(request) {
      return JSON.parse(service(JSON.stringify(request)));
    }
    function recurse(n) {
      return recurse(n + 1) + 1;
    }
    switch (context.message) {
      case 'Echo':
        return JSON.stringify({ ok: true, output: context.parameters, trace: ['echo'] });
      case 'EchoTarget':
        return JSON.stringify({ ok: true, target: context.target });
      case 'Context':
        return JSON.stringify({ ok: true, output: { Context: contextJson } });
      case 'Call':
        return JSON.stringify({ ok: true, output: { Answer: service(context.parameters.Request) } });
      case 'PassFault':
        var answer = call({
          as: 'user',
          op: 'delete',
          table: 'bbl_project',
          id: '11111111-1111-1111-1111-111111111111',
        });
        return JSON.stringify({ ok: false, fault: answer.fault });
      case 'Refuse':
        return JSON.stringify({
          ok: false,
          refused: { code: 'BBL-MST-02', message: 'BBL-MST-02: Design is on draft INV-1.' },
        });
      case 'Throw':
        throw new Error('secret detail');
      case 'Loop':
        while (true) {
          context.depth = context.depth + 1;
        }
      case 'Recurse':
        return String(recurse(0));
      case 'Regex':
        return String(/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'));
      case 'Garbage':
        return 'not json';
      default:
        return JSON.stringify({ ok: true });
    }
  },
};
