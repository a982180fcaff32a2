package dev.twinsync.port;

import java.util.List;

/** What a simulation says of one action. */
public sealed interface Forecast {

    Forecast NOTHING_ELSE = new Effects(List.of(), List.of());

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

    /** It cannot work as things are, but an earlier step may bring what is missing. */
    record Unknown(String waitsFor) implements Forecast {}
}
