package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.DocumentPart;
import java.util.List;

/** The document {@code home_assistant}: the files of the configuration, and what the Supervisor looks after. */
public final class HomeAssistantDocument {

    public static final String FILES = "config_files";
    public static final String VERSIONS = "versions";
    public static final String REPOSITORIES = "repositories";
    public static final String ADDONS = "addons";

    private static final String NAME = "home_assistant";

    /** The part of the files. */
    public static final DocumentPart CONFIG = new DocumentPart(
            NAME, "config", List.of(VERSIONS, REPOSITORIES, ADDONS, "supervisor_unavailable", "supervisor_not_seen"));

    /** The part of the Supervisor. */
    public static final DocumentPart SUPERVISOR =
            new DocumentPart(NAME, "supervisor", List.of(FILES, "config_unavailable", "config_not_seen"));

    private HomeAssistantDocument() {}
}
