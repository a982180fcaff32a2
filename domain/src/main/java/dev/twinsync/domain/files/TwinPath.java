package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where wished content stands in the repository: below {@code filesystem/}, never out of it, and never under a name that
 * Git takes for its own.
 */
public record TwinPath(String text) {

    private static final String ROOT = "filesystem";
    private static final String GIT_NAMES =
            "(?:\\.[gG][iI][tT](?:[ .]*|ignore|attributes|modules)|[gG][iI][tT]~[0-9]+)";
    private static final String GRAMMAR = ROOT + "(?:/(?!" + GIT_NAMES + "(?:/|$))" + TargetPath.PART + ")+";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final Pattern GIT_NAME = Pattern.compile(GIT_NAMES);
    private static final int LONGEST = 4200;
    static final Shape<TwinPath> SHAPE = Shape.text("^" + GRAMMAR + "$", TwinPath::new, TwinPath::text);

    public TwinPath {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches() || Names.areBroken(text)) {
            throw new IllegalArgumentException(Names.quoted(text)
                    + " is not a path of wished content: it must begin with filesystem/, have no empty part, no . or ..,"
                    + " no control character, and no name that Git takes for its own");
        }
    }

    /** Where the content of a file is kept unless the owner says otherwise: {@code filesystem} and its own path. */
    public static TwinPath mirrorOf(TargetPath path) {
        return new TwinPath(ROOT
                + Arrays.stream(path.text().substring(1).split("/"))
                        .map(TwinPath::disguised)
                        .collect(Collectors.joining("/", "/", "")));
    }

    /** {@code .gitignore} in the mirror would be obeyed there; {@code %.gitignore} is not. */
    private static String disguised(String part) {
        return GIT_NAME.matcher(part).matches() ? "%" + part : part;
    }

    @Override
    public String toString() {
        return text;
    }
}
