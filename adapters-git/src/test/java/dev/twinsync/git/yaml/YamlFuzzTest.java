package dev.twinsync.git.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** Whatever a document holds, the reader answers with a tree, or with what is wrong and where. */
class YamlFuzzTest {

    private static Arbitrary<byte[]> tokens() {
        var token = Arbitraries.of(
                "a",
                "b: ",
                "- ",
                "? ",
                ": ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "\n",
                "\r",
                "\r\n",
                "  ",
                "\t",
                "#",
                "&x ",
                "*x ",
                "!t ",
                "!!str ",
                "!<",
                ">",
                "|\n",
                "|-\n",
                ">+9\n",
                "'",
                "\"",
                "\\x",
                "\\u12",
                "\\U0010FFFF",
                "\\UFFFFFFFF",
                "\\UD800",
                "\\",
                "%",
                "%YAML 1.2\n",
                "%TAG ! !\n",
                "---",
                "--- ",
                "...",
                "\n...\n",
                "<<: ",
                "@",
                "`",
                "\ufeff",
                "\u0085",
                "\u2028",
                "\ud83d\ude00",
                "\u0000",
                "~",
                "=",
                "1e999");
        return token.list().ofMaxSize(12).map(tokens -> String.join("", tokens).getBytes(StandardCharsets.UTF_8));
    }

    private static Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    }

    @Test
    void the_reader_always_answers() {
        Property.forAll(Arbitraries.oneOf(tokens(), tokens(), tokens(), bytes()), yaml -> {
            for (var problem : YamlTree.read("state/x.yaml", yaml).problems()) {
                assertTrue(
                        problem.toString().matches("(?s)state/x\\.yaml:[1-9][0-9]*:[1-9][0-9]* .+"), problem::toString);
            }
        });
    }
}
