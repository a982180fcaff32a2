package dev.twinsync.domain.plan;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;

/** How the parts of plans look where they stand in other documents. */
public final class PlanParts {

    private final PlanShape plan;
    private final SectionsShape sections;
    private final FormersShape formers;

    /** @param plugins the kind of each plugin, by its name */
    public PlanParts(Map<String, Kind<?, ?, ?>> plugins) {
        plan = new PlanShape(plugins);
        sections = new SectionsShape(plugins);
        formers = new FormersShape(plugins);
    }

    public Shape<SavedPlan> plan() {
        return plan;
    }

    public Shape<ActionResult> result() {
        return ActionResultShape.SHAPE;
    }

    /** Those that say something. */
    public Shape<List<Section<?, ?, ?>>> sections() {
        return sections;
    }

    public Shape<Section<?, ?, ?>> oneSection() {
        return new Only<>(sections, "section");
    }

    public Shape<Former<?, ?, ?>> oneFormer() {
        return new Only<>(formers, "plugin");
    }

    /** A list that holds one thing. */
    private record Only<T>(Shape<List<T>> list, String what) implements Shape<T> {
        @Override
        public Reading<T> read(Tree tree) {
            return list.read(tree).mapAt(tree.place(), found -> {
                if (found.size() != 1) {
                    throw new IllegalArgumentException("expected one " + what + ", found " + found.size());
                }
                return found.getFirst();
            });
        }

        @Override
        public Tree write(T value) {
            return list.write(List.of(value));
        }

        @Override
        public Tree.Mapping schema() {
            return list.schema();
        }
    }
}
