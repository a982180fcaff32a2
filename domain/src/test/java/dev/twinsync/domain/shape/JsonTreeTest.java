package dev.twinsync.domain.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    private static final Tree TREE = Tree.map()
            .put("name", "htop")
            .put("hold", Tree.literal(true))
            .put("priority", Tree.literal(-10))
            .put("version", Tree.text("1.10"))
            .put("none", Tree.list(List.of()))
            .put("empty", Tree.map().build())
            .put(
                    "list",
                    Tree.list(List.of(Tree.text("a"), Tree.map().put("b", "c").build())))
            .build();

    @Test
    void pretty_is_for_people() {
        assertEquals("""
                {
                  "name": "htop",
                  "hold": true,
                  "priority": -10,
                  "version": "1.10",
                  "none": [],
                  "empty": {},
                  "list": [
                    "a",
                    {
                      "b": "c"
                    }
                  ]
                }
                """, JsonTree.pretty(TREE));
    }

    @Test
    void compact_is_for_digests() {
        assertEquals(
                "{\"name\":\"htop\",\"hold\":true,\"priority\":-10,\"version\":\"1.10\",\"none\":[],\"empty\":{},"
                        + "\"list\":[\"a\",{\"b\":\"c\"}]}",
                JsonTree.compact(TREE));
    }

    @Test
    void a_scalar_without_quotes_is_a_literal_only_where_json_knows_it() {
        var scalars = List.of("7", "1.5", "-0", "1e3", "true", "null", "", "0644", "no", ".5", "+1", "NaN", "0x1F");
        assertEquals(
                "[7,1.5,-0,1e3,true,null,null,\"0644\",\"no\",\".5\",\"+1\",\"NaN\",\"0x1F\"]",
                JsonTree.compact(Tree.list(scalars.stream().map(Tree::literal).toList())));
    }

    @Test
    void what_no_editor_shows_is_escaped() {
        assertEquals(
                "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001b\\u007f\\u0085\\u2028\\ufeff\\ud800 ä 😀\"",
                JsonTree.compact(Tree.text("\"\\/\n\r\t\0\033\u007f\u0085\u2028\ufeff\ud800 ä 😀")));
    }
}
