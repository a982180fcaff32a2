package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;

/** YAML and the neutral tree. What is read has no types yet: {@code 1.10} stays {@code 1.10}; a Shape gives the types. */
public final class YamlTree {

    private YamlTree() {}

    /**
     * The tree of one document, or what is wrong with it, with the place. An empty document is an empty map.
     *
     * @param source the document as the user knows it, as {@code state/packages.yaml}
     */
    public static Reading<Tree> read(String source, byte[] yaml) {
        return YamlReader.read(source, yaml, YamlLimits.DEFAULT);
    }

    /**
     * The one way in which twin writes a tree: block style, two blanks, LF, quotes only where the text would otherwise be
     * read as something else.
     *
     * @param heading comment lines for the top, without {@code #}; empty for none
     */
    public static String write(String heading, Tree tree) {
        return YamlWriter.write(heading, tree);
    }
}
