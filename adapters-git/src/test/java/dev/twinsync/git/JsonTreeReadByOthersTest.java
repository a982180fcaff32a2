package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.Trees;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** JSON that twin writes, read by somebody else's parser. */
class JsonTreeReadByOthersTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void it_is_read_as_it_was_meant() {
        Property.forAll(Trees.tree(), tree -> {
            assertEquals(Trees.said(tree), said(parsed(JsonTree.compact(tree))));
            assertEquals(parsed(JsonTree.compact(tree)), parsed(JsonTree.pretty(tree)));
        });
    }

    private static JsonNode parsed(String json) {
        try {
            return JACKSON.readTree(json);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError(json, invalid);
        }
    }

    private static String said(JsonNode node) {
        return Trees.said(tree(node));
    }

    private static Tree tree(JsonNode node) {
        if (node.isArray()) {
            return Tree.list(StreamSupport.stream(node.spliterator(), false)
                    .map(JsonTreeReadByOthersTest::tree)
                    .toList());
        }
        if (node.isObject()) {
            var map = Tree.map();
            node.properties().forEach(field -> map.put(field.getKey(), tree(field.getValue())));
            return map.build();
        }
        return node.isTextual() ? Tree.text(node.asText()) : Tree.literal(node.asText());
    }
}
