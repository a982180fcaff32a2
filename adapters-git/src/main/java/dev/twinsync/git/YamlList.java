package dev.twinsync.git;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where a list at the top of a document stands in its text. */
final class YamlList {

    /** Offsets are counted in chars of the text, columns from 0. */
    sealed interface Place {

        /** There is no such key. @param column where keys begin */
        record Missing(int column) implements Place {}

        /** {@code key:} with nothing behind it, or with brackets around nothing, which are from here to there. */
        record Empty(int column, int from, int to) implements Place {}

        /**
         * @param column of the dashes
         * @param end behind the last item
         */
        record Dashes(int column, int end) implements Place {}

        /** @param inside behind the opening bracket */
        record Brackets(int column, int inside, boolean isEmpty) implements Place {}

        /** Something else than a list of texts, or in a place where nothing can be put. */
        record Unfit() implements Place {}
    }

    private final String text;
    private final Iterator<Event> events;

    private YamlList(String text) {
        this.text = text;
        var settings = LoadSettings.builder()
                .setCodePointLimit(YamlLimits.DEFAULT.bytes())
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** @param text a document that {@link YamlTree} reads */
    static Place of(String key, String text) {
        return new YamlList(text).find(key);
    }

    private Place find(String key) {
        events.next(); // the stream's start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return new Place.Missing(0);
        }
        return switch (events.next()) {
            case MappingStartEvent root -> find(key, root);
            case ScalarEvent nothing when isNothing(nothing) -> new Place.Missing(0);
            case Event _ -> new Place.Unfit();
        };
    }

    private Place find(String key, MappingStartEvent root) {
        boolean inBraces = root.getFlowStyle() == FlowStyle.FLOW;
        int column = column(root);
        for (var event = events.next(); event instanceof ScalarEvent found; event = events.next()) {
            var value = events.next();
            if (found.getValue().equals(key)) {
                return place(value, inBraces, column);
            }
            skip(value);
        }
        return inBraces ? new Place.Unfit() : new Place.Missing(column);
    }

    private Place place(Event value, boolean inBraces, int column) {
        return switch (value) {
            case SequenceStartEvent list when list.getFlowStyle() == FlowStyle.FLOW -> brackets(list, inBraces, column);
            case SequenceStartEvent list -> dashes(list);
            case ScalarEvent nothing
            when isNothing(nothing) && !inBraces -> new Place.Empty(column, start(nothing), start(nothing));
            case Event _ -> new Place.Unfit();
        };
    }

    private Place brackets(SequenceStartEvent list, boolean inBraces, int column) {
        int inside = start(list) + 1;
        var first = events.next();
        if (!(first instanceof CollectionEndEvent)) {
            return new Place.Brackets(column, inside, false);
        }
        int end = end(first);
        boolean isBare = text.substring(inside, end - 1).chars().allMatch(letter -> letter == ' ');
        return isBare && !inBraces
                ? new Place.Empty(column, start(list), end)
                : new Place.Brackets(column, inside, true);
    }

    private Place dashes(SequenceStartEvent list) {
        int end = 0;
        for (var item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            if (!(item instanceof ScalarEvent)) {
                return new Place.Unfit();
            }
            end = end(item);
        }
        return new Place.Dashes(column(list), end);
    }

    private void skip(Event value) {
        int open = value instanceof CollectionStartEvent ? 1 : 0;
        while (open > 0) {
            var event = events.next();
            open += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        }
    }

    private static boolean isNothing(ScalarEvent scalar) {
        return scalar.isPlain() && scalar.getValue().isEmpty();
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    /** A mark counts code points. */
    private int offset(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
    }
}
