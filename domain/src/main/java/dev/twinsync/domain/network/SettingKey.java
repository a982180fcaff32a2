package dev.twinsync.domain.network;

import java.util.regex.Pattern;

/** The place of one setting: {@code ipv4.method}. Sections bear the short names of {@link Sections}. */
public record SettingKey(String section, String key) implements Comparable<SettingKey> {

    static final String WORD = "[a-z0-9][a-z0-9-]{0,63}";
    private static final Pattern PATTERN = Pattern.compile(WORD);

    public SettingKey {
        checked(section);
        checkWord("a setting", key);
    }

    static void checkWord(String what, String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not the name of " + what + ": small letters, digits and - are allowed");
        }
    }

    /** The name of a section, before anything in it is looked at. */
    static String checked(String section) {
        checkWord("a section of settings", section);
        checkShort(section);
        return section;
    }

    static void checkShort(String section) {
        var shortName = Sections.shortName(section);
        if (!shortName.equals(section)) {
            throw new IllegalArgumentException("\"" + section + "\" is called " + shortName + " here");
        }
    }

    @Override
    public int compareTo(SettingKey other) {
        int bySection = section.compareTo(other.section);
        return bySection != 0 ? bySection : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return section + "." + key;
    }
}
