package dev.twinsync.os;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Reads back what {@link dev.twinsync.domain.shape.JsonTree} writes in one line: strict JSON, no key twice, and no deeper
 * or longer than twin itself would write it.
 */
public final class JsonReader {

    /** The longest line, in characters: what has to be longer is cut into several by who writes it. */
    public static final int LONGEST = 8 << 20;

    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(
                    JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // made anew for each line, where it finds nothing yet
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The one value that the line holds; a number or truth value is a scalar without quotes, {@code null} an empty one. */
    public static Reading<Tree> read(String line) {
        if (line.length() > LONGEST) {
            return wrong("it is longer than " + LONGEST + " characters");
        }
        try (var parser = FACTORY.createParser(line)) {
            return new JsonReader(parser).whole();
        } catch (JacksonException damaged) {
            return wrong(damaged.getOriginalMessage());
        } catch (IOException failed) {
            return wrong(failed.getMessage());
        }
    }

    private static Reading<Tree> wrong(String why) {
        return Reading.wrong(Place.NONE, "this is no line of JSON: " + why);
    }

    private Reading<Tree> whole() throws IOException {
        if (parser.nextToken() == null) {
            return wrong("it is empty");
        }
        var tree = value();
        return parser.nextToken() == null ? new Reading.Value<>(tree) : wrong("it holds more than one value");
    }

    private Tree value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_STRING -> Tree.text(parser.getText());
            case VALUE_NULL -> Tree.literal("");
            default -> Tree.literal(parser.getText());
        };
    }

    private Tree map() throws IOException {
        var map = Tree.map();
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            map.put(key, value());
        }
        return map.build();
    }

    private Tree list() throws IOException {
        var items = new ArrayList<Tree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return Tree.list(items);
    }
}
