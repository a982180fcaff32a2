package dev.twinsync.port;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * The configuration of the Home Assistant of this machine. What is written is checked by Home Assistant itself, and does not stay
 * where it finds a fault.
 */
public interface HomeAssistantFiles extends Backend<LiveConfigFile, ConfigFileAction> {

    /** What a file holds, to be copied into the repository; as {@link FileMirror#open}. */
    InputStream open(ConfigPath path) throws IOException;
}
