package dev.twinsync.domain.plugin;

/** What a plugin is about. */
public enum PluginSort {
    /** Things that can be wished for, or facts about the machine. */
    CONFIG,
    LOGS
}
