package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The permission bits as four octal digits: {@code 0644}, or {@code 4755} with the set-user-id bit. */
public record FileMode(String text) {

    private static final String GRAMMAR = "[0-7]{4}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final int ALL = 07777;
    private static final int SET_ID = 06000;
    private static final int OTHERS_READ = 0004;
    private static final int OTHERS_SEARCH = 0001;
    static final Shape<FileMode> SHAPE = Shape.text("^" + GRAMMAR + "$", FileMode::new, FileMode::text);

    /** What a file gets of which nothing else is said. */
    static final FileMode OF_FILES = new FileMode("0644");
    /** What a directory gets of which nothing else is said. */
    static final FileMode OF_DIRECTORIES = new FileMode("0755");

    public FileMode {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    Names.quoted(text) + " is not a mode: four digits from 0 to 7 are needed, as in 0644 or 4755");
        }
    }

    /** @param bits as the kernel has them; what says the type of the file is left out */
    public static FileMode of(int bits) {
        var digits = Integer.toOctalString(bits & ALL);
        return new FileMode("0".repeat(4 - digits.length()) + digits);
    }

    public int bits() {
        return Integer.parseInt(text, 8);
    }

    /** Whether everybody on the machine may read it. */
    public boolean othersMayRead() {
        return (bits() & OTHERS_READ) != 0;
    }

    /** Whether everybody on the machine may reach what is in such a directory. */
    public boolean othersMaySearch() {
        return (bits() & OTHERS_SEARCH) != 0;
    }

    /** Whether running it gives the rights of its owner or group. */
    public boolean setsId() {
        return (bits() & SET_ID) != 0;
    }

    /** Whether it says only who may read, write and run: neither set-id nor sticky. */
    public boolean isPlain() {
        return text.startsWith("0");
    }

    /** {@code rw-r--r--} of {@code 0644}; what is beyond reading, writing and running is left out. */
    public String letters() {
        var letters = new StringBuilder();
        for (int place = 8; place >= 0; place--) {
            letters.append((bits() >> place & 1) == 1 ? "xwr".charAt(place % 3) : '-');
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
