package dev.twinsync.git.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Finds where everything stands in the text of a document that {@link YamlTree} reads. */
final class YamlNodes {

    private final String text;
    private final YamlLines lines;
    private final int[] offsets;
    private final Iterator<Event> events;

    private YamlNodes(String text) {
        this.text = text;
        this.lines = new YamlLines(text);
        this.offsets = offsets(text);
        var settings = LoadSettings.builder()
                .setCodePointLimit(YamlLimits.DEFAULT.bytes())
                .setBufferSize(Math.clamp(text.length(), 1 << 10, 1 << 18))
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** @return empty: the document says nothing */
    static Optional<YamlNode> of(String text) {
        var nodes = new YamlNodes(text);
        nodes.events.next(); // the stream's start
        if (nodes.events.next().getEventId() == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        var root = nodes.node(nodes.events.next());
        return root instanceof YamlNode.Leaf(var _, var _, var style, var _) && style == YamlNode.Style.NOTHING
                ? Optional.empty()
                : Optional.of(root);
    }

    /** A mark counts code points. */
    private static int[] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        var offsets = new int[count + 1];
        int at = 0;
        for (int index = 0; index < count; index++) {
            offsets[index] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[count] = at;
        return offsets;
    }

    private int offset(Optional<Mark> mark) {
        int index = mark.map(Mark::getIndex).orElse(0);
        return offsets.length == 0 ? index : offsets[index];
    }

    private YamlNode node(Event event) {
        return event instanceof CollectionStartEvent start ? branch(start) : leaf((ScalarEvent) event);
    }

    private YamlNode.Leaf leaf(ScalarEvent scalar) {
        int from = offset(scalar.getStartMark());
        int to = offset(scalar.getEndMark());
        return switch (scalar.getScalarStyle()) {
            case PLAIN ->
                new YamlNode.Leaf(
                        from,
                        to,
                        scalar.getValue().isEmpty() ? YamlNode.Style.NOTHING : YamlNode.Style.PLAIN,
                        scalar.getValue());
            case SINGLE_QUOTED -> new YamlNode.Leaf(from, to, YamlNode.Style.SINGLE, scalar.getValue());
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE ->
                new YamlNode.Leaf(from, to, YamlNode.Style.DOUBLE, scalar.getValue());
            case LITERAL, FOLDED ->
                new YamlNode.Leaf(from, endOfBlock(from, to), YamlNode.Style.BLOCK, scalar.getValue());
        };
    }

    /** Blank lines behind block text are part of it only where it says so. */
    private int endOfBlock(int from, int to) {
        boolean keepsBlanks =
                text.substring(from, lines.next(from)).split("#", 2)[0].indexOf('+') >= 0;
        int end = to;
        while (!keepsBlanks && end > lines.next(from) && lines.isBlank(lines.start(end - 1))) {
            end = lines.start(end - 1);
        }
        return end;
    }

    private YamlNode.Branch branch(CollectionStartEvent start) {
        boolean inFlow = start.getFlowStyle() == FlowStyle.FLOW;
        boolean isMap = start instanceof MappingStartEvent;
        int from = offset(start.getStartMark());
        int column = start.getStartMark().map(Mark::getColumn).orElse(0);
        var entries = new ArrayList<YamlNode.Entry>();
        int behind = from;
        var event = events.next();
        for (; !isEnd(event); event = events.next()) {
            var entry = isMap ? field(event, column, inFlow) : item(event, behind, inFlow);
            entries.add(entry);
            behind = entry.to();
        }
        return new YamlNode.Branch(from, inFlow ? offset(event.getEndMark()) : behind, isMap, inFlow, column, entries);
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == Event.ID.SequenceEnd || event.getEventId() == Event.ID.MappingEnd;
    }

    private YamlNode.Entry field(Event key, int column, boolean inFlow) {
        int from = offset(key.getStartMark());
        boolean isMarked = !inFlow && key.getStartMark().map(Mark::getColumn).orElse(0) != column;
        var value = events.next();
        return new YamlNode.Entry(
                ((ScalarEvent) key).getValue(),
                isMarked ? text.lastIndexOf('?', from) : from,
                offset(key.getEndMark()),
                node(value));
    }

    private YamlNode.Entry item(Event event, int behind, boolean inFlow) {
        var value = node(event);
        if (inFlow) {
            return new YamlNode.Entry("", value.from(), value.from(), value);
        }
        int dash = lines.behindComments(behind);
        return new YamlNode.Entry("", dash, dash + 1, value);
    }
}
