package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from the parser's events, which takes a third of the time of a full load, and refuses on the way what a
 * twin document has no use for and an attacker has.
 */
public final class YamlReader {

    /** The parser copies its window for every piece it reads of one long scalar: large pieces keep that affordable. */
    private static final int LARGEST_WINDOW = 1 << 18;

    private static final int SMALLEST_WINDOW = 1 << 10;

    private final YamlMarks marks;
    private final YamlLimits limits;
    private final YamlTabs tabs;
    private final YamlConflict conflict;
    private final Iterator<Event> events;
    private final Map<String, String> keys = new HashMap<>();
    private int nodes;
    private Place here;

    private YamlReader(String source, String text, YamlLimits limits) {
        this.marks = new YamlMarks(source);
        this.limits = limits;
        this.here = marks.beginning();
        this.tabs = YamlTabs.in(source, text);
        this.conflict = new YamlConflict(source, text);
        var settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(limits.bytes())
                .setBufferSize(Math.clamp(text.length(), SMALLEST_WINDOW, LARGEST_WINDOW))
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    public static Reading<Tree> read(String source, byte[] yaml, YamlLimits limits) {
        if (yaml.length > limits.bytes()) {
            return Reading.wrong(new Place(source, 1, 1), limits.tooLarge());
        }
        return YamlText.decode(source, yaml, limits.line()).then(text -> new YamlReader(source, text, limits).read());
    }

    private Reading<Tree> read() {
        try {
            return new Reading.Value<>(document());
        } catch (YamlMarks.Refusal refusal) {
            return new Reading.Wrong<>(List.of(refusal.problem()));
        } catch (MarkedYamlEngineException invalid) {
            return new Reading.Wrong<>(List.of(problem(invalid)));
        } catch (YamlEngineException invalid) {
            return Reading.wrong(marks.beginning(), invalid.getMessage());
        } catch (NumberFormatException beyondUnicode) { // the parser's own, of "\UFFFFFFFF"
            return Reading.wrong(here, "is not YAML: behind this a code as \"\\U0001F600\" stands for no character");
        }
    }

    private Problem problem(MarkedYamlEngineException invalid) {
        var place = marks.place(invalid.getProblemMark().or(invalid::getContextMark));
        var context = Optional.ofNullable(invalid.getContext()).map(text -> text + ": ");
        return conflict.problem()
                .or(() -> tabs.problemBefore(place.line()))
                .orElseGet(() -> new Problem(place, "is not YAML: " + context.orElse("") + invalid.getProblem()));
    }

    private Event next() {
        var event = events.next();
        here = marks.place(event.getEndMark());
        return event;
    }

    private Tree document() {
        next(); // the stream's start
        var start = next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            return new Tree.Mapping(List.of(), marks.beginning());
        }
        var root = node(next(), 1);
        next(); // the document's end
        var end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw marks.refusal(end, "a second document begins: one file holds one, take the --- line out");
        }
        tabs.problem().ifPresent(problem -> {
            throw new YamlMarks.Refusal(problem);
        });
        return isNothing(root) ? new Tree.Mapping(List.of(), root.place()) : root;
    }

    private Tree node(Event event, int depth) {
        if (++nodes > limits.nodes()) {
            throw marks.refusal(event, "more than %,d values: split the document".formatted(limits.nodes()));
        }
        YamlReferences.refuse(event, marks);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> throw marks.refusal(event, "expected a value");
        };
    }

    private Tree scalar(ScalarEvent scalar) {
        if (scalar.isPlain()) {
            return new Tree.Scalar(scalar.getValue(), true, marks.place(scalar));
        }
        tabs.allowWithin(scalar);
        return new Tree.Scalar(scalar.getValue(), false, marks.place(scalar));
    }

    private Tree sequence(SequenceStartEvent start, int depth) {
        refuseTooDeep(start, depth);
        var items = new ArrayList<Tree>();
        for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Tree.Sequence(items, marks.place(start));
    }

    private Tree mapping(MappingStartEvent start, int depth) {
        refuseTooDeep(start, depth);
        var entries = new ArrayList<Tree.Entry>();
        var places = new HashMap<String, Place>();
        for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            var key = key(event);
            var place = marks.place(event);
            var first = places.putIfAbsent(key, place);
            if (first != null) {
                throw marks.refusal(event, "\"" + key + "\" stands here twice, first at " + first + ": take one out");
            }
            entries.add(new Tree.Entry(key, node(next(), depth + 1), place));
        }
        return new Tree.Mapping(entries, marks.place(start));
    }

    /** The same few keys come again and again: each is kept once. */
    private String key(Event event) {
        YamlReferences.refuse(event, marks);
        if (!(event instanceof ScalarEvent scalar)) {
            throw marks.refusal(event, "a list or a map as a key: a key must be text");
        }
        if (scalar.isPlain() && scalar.getValue().isEmpty()) {
            throw marks.refusal(event, "a key is missing before the colon");
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw marks.refusal(event, "the merge key <<: twin reads none, " + YamlReferences.SAY_IT_TWICE);
        }
        if (!scalar.isPlain()) {
            tabs.allowWithin(scalar);
        }
        return keys.computeIfAbsent(scalar.getValue(), key -> key);
    }

    private void refuseTooDeep(Event start, int depth) {
        if (depth > limits.depth()) {
            throw marks.refusal(start, "nested more than " + limits.depth() + " levels deep: make it flatter");
        }
    }

    private static boolean isNothing(Tree root) {
        return root instanceof Tree.Scalar(var text, var plain, var _) && plain && text.isEmpty();
    }
}
