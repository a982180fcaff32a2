package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.os.Answer;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.os.files.Sentences;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What cannot be done to a configuration, told before anything is tried. */
record ConfigForesight(
        Reach reach, Installation installation, ConfigurationCheck check, Rerun rerun, WishedFiles wished) {

    /** Why this process must not even try. */
    Optional<String> obstacle(ConfigFileAction action) {
        return switch (action) {
            case SyncConfigFile _, RemoveConfigFile _ -> new Footing(reach).obstacle(installation.folder());
            case Restart _ -> new Life(reach).obstacle(installation);
            case Reload _ -> Optional.empty();
        };
    }

    /** Of what root would do, root knows more. */
    Map<String, Forecast> of(List<ConfigFileAction> actions) {
        var impossible = new TreeMap<String, Forecast>();
        for (ConfigFileAction action : actions) {
            if (obstacle(action).isEmpty()) {
                whyNot(action).ifPresent(reason -> impossible.put(action.key(), new Forecast.Impossible(reason)));
            }
        }
        return impossible;
    }

    private Optional<String> whyNot(ConfigFileAction action) {
        return switch (action) {
            case SyncConfigFile sync -> check.whyNone(installation).or(() -> whyNoContent(sync));
            case RemoveConfigFile _ -> check.whyNone(installation);
            case Restart _ -> rerun.whyNone(installation).or(() -> check.whyNone(installation));
            case Reload _ ->
                reach.core(installation) instanceof Answer.None<?>(var reason) ? Optional.of(reason) : Optional.empty();
        };
    }

    private Optional<String> whyNoContent(SyncConfigFile action) {
        try {
            wished.content(action);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        } catch (IOException notThere) {
            return Optional.of(Sentences.notKept(action, notThere));
        }
    }
}
