namespace Bbl.Plugins
{
    /// <summary>Runs the rules as the main operation of the custom APIs.</summary>
    public sealed class CustomApiPlugin : RulesPlugin
    {
    }
}
