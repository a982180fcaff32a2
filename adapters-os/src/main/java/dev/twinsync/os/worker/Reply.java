package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Forecast;
import java.util.List;
import java.util.Map;

/** What the root side says. One greeting, then to each request one answer, before which there may be news. */
sealed interface Reply {

    Shape<Reply> SHAPE = ReplyShapes.SHAPE;

    /** Said while it is at something. */
    sealed interface News extends Reply {}

    record At(int percent, String what) implements News {}

    record Said(String stderr) implements News {}

    /** How an attempt ended. */
    sealed interface Tried extends Reply {}

    record Greeting(long protocol, String twin) implements Reply {}

    /**
     * The greeting of a plugin of other people.
     *
     * @param program what it calls itself
     * @param can the requests that it answers besides hello, observe and apply
     */
    record Plugin(long protocol, String program, List<String> can) implements Reply {
        public Plugin {
            can = List.copyOf(can);
        }
    }

    /** Instead of a greeting: another one is at work, and this one ends. */
    record Busy(String holder) implements Reply {}

    /** What was asked for is done, and there is nothing to tell. */
    record Taken() implements Reply {}

    record Observed(Tree observation) implements Reply {}

    record Foreseen(Map<String, Forecast> forecasts) implements Reply {
        public Foreseen {
            forecasts = Map.copyOf(forecasts);
        }
    }

    record Grouped(List<List<Tree>> transactions) implements Reply {}

    record Needed(List<Digest> contents) implements Reply {}

    record Ran() implements Tried {}

    /** @param millis how long it holds from now, unless it is kept */
    record OnProbation(long millis, String sign) implements Tried {}

    /** It was done, found wrong, and is not there any more. */
    record TakenBack(String why) implements Tried {}

    record Refused(String reason) implements Tried {}

    /** The request was not understood or is not allowed; nothing was done. */
    record Fault(String reason) implements Reply {}
}
