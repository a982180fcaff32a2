package dev.twinsync.domain.run;

import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of the journal of a run. */
public sealed interface RunRecord {

    /**
     * The run was approved; nothing was changed yet. Written once more, it is what is to be done from then on: when its turn
     * came, a plugin's part was planned again.
     *
     * @param startedAt UTC, as 2026-11-22T13:05:00Z
     * @param history where the results will be, relative to the repository
     * @param keepGoing whether a failure stops only what depends on it
     * @param leeway how much of what the plan did not show is accepted
     * @param notThere by plugin, the keys of what is wished for and was not there when the plan was checked: an earlier
     *     stage may bring it
     * @param part what of the plan is to be done
     * @param plan the plan as it was saved
     */
    record Begun(
            String startedAt,
            String history,
            boolean keepGoing,
            Leeway leeway,
            Map<String, List<String>> notThere,
            List<Section<?, ?, ?>> part,
            SavedPlan plan)
            implements RunRecord {
        public Begun {
            notThere = Map.copyOf(notThere);
            part = List.copyOf(part);
        }

        public Begun withNotThere(Map<String, List<String>> other) {
            return new Begun(startedAt, history, keepGoing, leeway, other, part, plan);
        }

        /** The same, where a plugin's part is this one by now, of which nothing is decided any more. */
        public Begun withDecided(Section<?, ?, ?> decided) {
            var undecided = new HashMap<>(notThere);
            undecided.remove(decided.plugin());
            var others = part.stream().filter(section -> !section.plugin().equals(decided.plugin()));
            var parts =
                    Stream.<Section<?, ?, ?>>concat(others, Stream.of(decided)).toList();
            return new Begun(startedAt, history, keepGoing, leeway, undecided, parts, plan);
        }
    }

    /**
     * These actions are about to be tried, as one transaction.
     *
     * @param transaction a section that has only actions, each with what was there at this moment
     * @param before what everything was that they are about or bring along
     */
    record Intended(Section<?, ?, ?> transaction, Former<?, ?, ?> before) implements RunRecord {}

    /**
     * An action ended.
     *
     * @param found what its thing was then, as far as somebody looked; of one thing
     */
    record Settled(ActionResult result, Optional<Former<?, ?, ?>> found) implements RunRecord {}

    /** From here on the run is being taken back. @param at UTC */
    record Reversing(String at) implements RunRecord {}
}
