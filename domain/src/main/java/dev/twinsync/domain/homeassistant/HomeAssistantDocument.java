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
    private static final String CONFIG_WORD = "config";
    private static final String SUPERVISOR_WORD = "supervisor";

    /** The part of the files. */
    public static final DocumentPart CONFIG =
            new DocumentPart(NAME, CONFIG_WORD, List.of(VERSIONS, REPOSITORIES, ADDONS), List.of(SUPERVISOR_WORD));

    /** The part of the Supervisor. */
    public static final DocumentPart SUPERVISOR =
            new DocumentPart(NAME, SUPERVISOR_WORD, List.of(FILES), List.of(CONFIG_WORD));

    private HomeAssistantDocument() {}
}
