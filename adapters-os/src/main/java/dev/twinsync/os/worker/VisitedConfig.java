package dev.twinsync.os.worker;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.Relay;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The configuration of the Home Assistant of another machine. */
record VisitedConfig(
        String plugin,
        Backend<LiveConfigFile, ConfigFileAction> backend,
        Conversation conversation,
        ContentAsked<LiveConfigFile, ConfigFileAction> asked)
        implements HomeAssistantFiles, Relay<LiveConfigFile, ConfigFileAction> {

    @Override
    public InputStream open(ConfigPath path) throws IOException {
        return FetchedContent.of(conversation, plugin, path.text());
    }

    /** The files are small, and are judged where they are to be. */
    @Override
    public Map<String, Forecast> forecast(List<ConfigFileAction> actions) {
        var own = actions.stream().filter(action -> obstacle(action).isEmpty()).toList();
        if (own.isEmpty()) {
            return Map.of();
        }
        try {
            asked.handOver(own);
            return backend.forecast(own);
        } catch (IOException unanswered) {
            return Forecast.allImpossible(own, unanswered.getMessage());
        }
    }
}
