package dev.twinsync.port;

import dev.twinsync.domain.Action;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a simulation says of one action. */
public sealed interface Forecast {

    Effects NOTHING_ELSE = new Effects(List.of(), List.of());

    /**
     * @param alsoAdds things of the same kind that come along, by key
     * @param alsoRemoves things that would be lost without having been named; nothing is done that loses any
     */
    record Effects(List<String> alsoAdds, List<String> alsoRemoves) implements Forecast {
        public Effects {
            alsoAdds = List.copyOf(alsoAdds);
            alsoRemoves = List.copyOf(alsoRemoves);
        }
    }

    /** It works, and as things are it may cut off this machine, or the way into it: a mere yes is not enough for it. */
    record Perilous(String peril) implements Forecast {}

    /** It cannot work, whatever happens before. */
    record Impossible(String reason) implements Forecast {}

    /** None of these can work, for one and the same reason; by key. */
    static Map<String, Forecast> allImpossible(List<? extends Action> actions, String reason) {
        var forecasts = new TreeMap<String, Forecast>();
        actions.forEach(action -> forecasts.put(action.key(), new Impossible(reason)));
        return forecasts;
    }

    /** It cannot work as things are, but an earlier step may bring what is missing. */
    record Unknown(String waitsFor) implements Forecast {}
}
