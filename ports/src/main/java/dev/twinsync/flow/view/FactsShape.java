package dev.twinsync.flow.view;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.port.HostFacts.Answer;
import dev.twinsync.port.HostFacts.Answer.Known;
import dev.twinsync.port.HostFacts.Answer.Unknown;
import java.util.List;

/** How {@code live/system.yaml} looks: what the machine is, or {@code unavailable} with the reason. */
public final class FactsShape implements Shape<Answer<SystemFacts>> {

    private static final String UNAVAILABLE = "unavailable";

    private final RecordShape<Unknown<SystemFacts>> unknown = unknown();

    private static RecordShape<Unknown<SystemFacts>> unknown() {
        var reason = required(UNAVAILABLE, Shape.text(), Unknown<SystemFacts>::reason);
        return new RecordShape<>(List.of(reason), line -> new Unknown<>(line.get(reason)));
    }

    @Override
    public Reading<Answer<SystemFacts>> read(Tree tree) {
        return tree instanceof Tree.Mapping mapping && mapping.get(UNAVAILABLE).isPresent()
                ? unknown.read(tree).map(answer -> answer)
                : SystemFacts.SHAPE.read(tree).map(Known::new);
    }

    @Override
    public Tree write(Answer<SystemFacts> answer) {
        return switch (answer) {
            case Known<SystemFacts>(var facts) -> SystemFacts.SHAPE.write(facts);
            case Unknown<SystemFacts> none -> unknown.write(none);
        };
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("oneOf", Tree.list(List.of(SystemFacts.SHAPE.schema(), unknown.schema())))
                .build();
    }
}
