package dev.twinsync.domain.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a value says about it. */
enum SecretName {
    /** {@code timeout}, {@code password_file}: nothing secret behind it. */
    NONE,
    /** {@code api_key}, {@code token}: secret if the value looks as a machine made it. */
    KEY,
    /** {@code key}, {@code code}, {@code auth}: names of many things; secret if the value is long and a machine made it. */
    LONG_KEY,
    /** {@code alarm_code}, {@code pin}: secret if the value is a number of the length that one can type. */
    CODE,
    /** {@code password}, {@code psk}: secret whatever it is. */
    PASSWORD;

    static final int LONGEST = 80;

    private static final Pattern DIGITS = Pattern.compile("[0-9][0-9-]{2,14}[0-9]");

    /** A name with none of these is of no kind: most names are not taken apart. */
    private static final Keywords ROOTS = new Keywords(List.of(NamedValues.ROOTS));

    private static final List<String> ID_IS_SECRET = List.of("secret", "webhook");

    static SecretName of(String name) {
        return ROOTS.in(name) == 0 ? NONE : ofWords(name);
    }

    private static SecretName ofWords(String name) {
        var parts = parts(name);
        if (parts.equals(List.of("auth"))) {
            return LONG_KEY;
        }
        if (parts.isEmpty() || SecretWords.NOT_OF_SECRETS.contains(parts.getFirst()) || namesAnother(parts)) {
            return NONE;
        }
        for (int index = parts.size() - 1; index >= 0; index--) {
            if (SecretWords.ABOUT.contains(parts.get(index)) && !isSecretId(parts, index)) {
                return NONE;
            }
            var verdict = of(parts, index);
            if (verdict != NONE) {
                return parts.contains("public") || verdict != PASSWORD && !isLast(parts, index) ? NONE : verdict;
            }
        }
        return NONE;
    }

    /** {@code password_secret} says where the password is; {@code proxy_pass} and {@code SetCredential} say what to do. */
    private static boolean namesAnother(List<String> parts) {
        if (parts.size() < 2) {
            return false;
        }
        var part = parts.getLast();
        var owner = parts.get(parts.size() - 2);
        return part.equals("secret") && ends(owner, SecretWords.PASSWORD_ENDS)
                || parts.size() == 2 && part.equals("pass") && SecretWords.PASSING.contains(owner)
                || part.startsWith("credential") && owner.equals("set");
    }

    /** A name may end with what tells one such value from another. */
    private static boolean isLast(List<String> parts, int index) {
        return parts.subList(index + 1, parts.size()).stream().allMatch(SecretWords.VARIANTS::contains);
    }

    private static boolean isSecretId(List<String> parts, int index) {
        return parts.get(index).equals("id") && index > 0 && ID_IS_SECRET.contains(parts.get(index - 1));
    }

    private static SecretName of(List<String> parts, int index) {
        var part = parts.get(index);
        var owner = index > 0 ? parts.get(index - 1) : "";
        if (part.equals("key") || part.equals("keys")) {
            return key(owner);
        }
        if (part.equals("code")) {
            return SecretWords.CODE_OWNERS.contains(owner) ? CODE : LONG_KEY;
        }
        if (SecretWords.CODES.contains(part)) {
            return CODE;
        }
        if (ends(part, SecretWords.PASSWORD_ENDS) && !SecretWords.NO_PASSWORDS.contains(part)) {
            return PASSWORD;
        }
        if (part.endsWith("community")) {
            return PASSWORD;
        }
        return ends(part, SecretWords.KEY_ENDS) ? KEY : SecretWords.LONG_KEY_ENDS.contains(part) ? LONG_KEY : NONE;
    }

    private static SecretName key(String owner) {
        if (SecretWords.PASSWORD_KEY_OWNERS.contains(owner)) {
            return PASSWORD;
        }
        return SecretWords.KEY_OWNERS.contains(owner) ? KEY : SecretWords.OPEN_KEYS.contains(owner) ? NONE : LONG_KEY;
    }

    private static boolean ends(String part, Set<String> ends) {
        return ends.stream().anyMatch(part::endsWith);
    }

    /** {@code DB_PASSWORD2}, {@code dbPassword} and {@code db-password} are all {@code db} and {@code password}. */
    private static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int index = 1; index <= name.length(); index++) {
            if (index == name.length() || isBorder(name, index)) {
                add(parts, name.substring(start, index));
                start = index;
            }
        }
        return parts;
    }

    private static void add(List<String> parts, String piece) {
        var word = new StringBuilder();
        for (int index = 0; index < piece.length(); index++) {
            char letter = piece.charAt(index);
            if (isSmall(letter) || isCapital(letter)) {
                word.append(Character.toLowerCase(letter));
            }
        }
        if (!word.isEmpty()) {
            parts.add(word.toString());
        }
    }

    /** Between letters and others, and before the capital that begins a word. */
    private static boolean isBorder(String name, int index) {
        char before = name.charAt(index - 1);
        char here = name.charAt(index);
        boolean nextIsSmall = index + 1 < name.length() && isSmall(name.charAt(index + 1));
        return !Character.isLetterOrDigit(here)
                || !Character.isLetterOrDigit(before)
                || isSmall(before) && isCapital(here)
                || isCapital(before) && isCapital(here) && nextIsSmall;
    }

    private static boolean isSmall(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** Whether a value of this name is a secret. @param alone it is all that is said: no running text around it */
    boolean holds(String value, boolean alone) {
        return switch (this) {
            case NONE -> false;
            case LONG_KEY -> SecretValue.looksLikeKey(value);
            case CODE -> DIGITS.matcher(value).matches();
            case KEY -> SecretValue.looksRandom(value) || alone && SecretValue.isTokenOfPerson(value);
            case PASSWORD -> alone ? SecretValue.isPlausible(value) : SecretValue.isUnusual(value);
        };
    }
}
