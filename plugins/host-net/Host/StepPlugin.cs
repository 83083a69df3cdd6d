namespace Bbl.Plugins
{
    /// <summary>Runs the rules for every registered step; table, message and stage choose the handler inside the bundle.</summary>
    public sealed class StepPlugin : RulesPlugin
    {
    }
}
