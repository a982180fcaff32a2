package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the root side says. One greeting, then to each request one answer, before which there may be news. */
sealed interface Reply {

    Shape<Reply> SHAPE = ReplyShapes.SHAPE;

    /** Said while it is at something. */
    sealed interface News extends Reply {}

    record At(int percent, String what) implements News {}

    record Said(String stderr) implements News {}

    /** How an attempt ended. */
    sealed interface Tried extends Reply {}

    /** Whether something could be had for oneself alone. */
    sealed interface Locking extends Reply {}

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
    record Busy(String holder) implements Locking {}

    /** What was asked for is done, and there is nothing to tell. */
    record Taken() implements Locking {}

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

    /** It was done, and what has to follow on it was not. */
    record Unfinished(String reason) implements Tried {}

    /** @param reasons by key, why these must not even be tried by whoever works there */
    record Hindered(Map<String, String> reasons) implements Reply {
        public Hindered {
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * Who lets a twin of another machine in.
     *
     * @param user who works there
     * @param identity of that machine; empty: it has none
     * @param here plugins of which the component is there, as far as that can be told at a glance
     * @param reloads whether Home Assistant can be asked to read a part of its configuration again
     */
    record Welcome(
            String user,
            Optional<Digest> identity,
            HostFacts.Answer<SystemFacts> facts,
            List<String> here,
            boolean reloads)
            implements Reply {
        public Welcome {
            here = List.copyOf(here);
        }
    }

    /** @param last whether the content is at its end with this part */
    record Part(String base64, boolean last) implements Reply {}

    /** @param ofRoot whether only root can have put it there */
    record Program(String path, Digest digest, boolean ofRoot) implements Reply {}

    /** What a log plugin brought. */
    record Captured(LogSource.Capture capture) implements Reply {}

    /** The request was not understood or is not allowed; nothing was done. */
    record Fault(String reason) implements Reply {}
}
