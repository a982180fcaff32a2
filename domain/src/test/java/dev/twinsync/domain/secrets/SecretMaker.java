package dev.twinsync.domain.secrets;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up secrets as they stand on machines; the same seed makes the same ones. */
final class SecretMaker {

    /** What a place takes that takes any password. */
    enum Passwords {
        HUMAN,
        RANDOM
    }

    private static final String DIGITS = "0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALNUM = UPPER + UPPER.toLowerCase(Locale.ROOT) + DIGITS;
    private static final String HEX = DIGITS + "abcdef";

    private static final List<String> WORDS = List.of(
            "kartoffel",
            "penguin",
            "sunshine",
            "schmetterling",
            "dragonfly",
            "winterreise",
            "liverpool",
            "espresso",
            "moonlight",
            "apfelbaum",
            "blackbird",
            "telescope",
            "marmelade",
            "submarine",
            "hedgehog",
            "zwetschge");

    private final Passwords passwords;
    private final Random random;

    SecretMaker(Passwords passwords, long seed) {
        this.passwords = passwords;
        this.random = new Random(seed);
    }

    /** @param measure how many characters or, of a private key, what it is called */
    String make(String what, String measure) {
        return switch (what) {
            case "password" -> passwords == Passwords.HUMAN ? human() : random(20);
            case "strong" -> strong();
            case "random" -> random(size(measure));
            case "alnum" -> from(ALNUM, size(measure));
            case "letters" -> from(UPPER + UPPER.toLowerCase(Locale.ROOT), size(measure));
            case "upper" -> from(UPPER + "234567", size(measure));
            case "upper-hex" -> from(HEX.toUpperCase(Locale.ROOT), size(measure));
            case "bech32" -> from("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", size(measure));
            case "hex" -> from(HEX, size(measure));
            case "digits" -> from(DIGITS, size(measure));
            case "base64" -> base64(size(measure));
            case "base64url" -> from(ALNUM + "-_", size(measure));
            case "crypt" -> from(ALNUM + "./", size(measure));
            case "uuid" -> uuid();
            case "jwt-body" -> "eyJ" + from(ALNUM, 105) + "." + from(ALNUM + "-_", 43);
            case "key" -> key(measure, "\n");
            case "key-in-one-line" -> key(measure, "\\n");
            case "encrypted-key" ->
                key(measure, "\n").replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,A0B1\n\n");
            case "hex-key" -> armoured(measure, "\n", HEX, 32);
            default -> throw new IllegalArgumentException("no secret is made by ⟦" + what + "⟧");
        };
    }

    private static int size(String measure) {
        return Integer.parseInt(measure);
    }

    private String human() {
        return switch (random.nextInt(5)) {
            case 0 -> strong();
            case 1 -> word() + (1950 + random.nextInt(75));
            case 2 -> word() + "-" + capital(word()) + "-" + from(DIGITS, 2);
            case 3 -> word().replace('e', '3').replace('i', '1') + "_" + from(DIGITS, 1);
            default -> word() + word();
        };
    }

    private String strong() {
        return capital(word()) + from(DIGITS, 2) + from("!?+*", 1) + from("xyz", random.nextInt(2));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** As a password manager makes it, and as every format takes it without quoting. */
    private String random(int size) {
        return from(ALNUM, 1) + from(ALNUM + "-_.!+", size - 2) + from(ALNUM, 1);
    }

    /** Of bytes, since the last character of a key of 256 bits is not just any. */
    private String base64(int size) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes(size * 3 / 4));
    }

    private String uuid() {
        return UUID.nameUUIDFromBytes(bytes(16)).toString();
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private String key(String name, String lineEnd) {
        return armoured(name, lineEnd, ALNUM + "+/", 64);
    }

    private String armoured(String name, String lineEnd, String alphabet, int width) {
        var body = Stream.generate(() -> from(alphabet, width)).limit(12).collect(Collectors.joining(lineEnd));
        return "-----BEGIN " + name + "-----" + lineEnd + body + lineEnd + "-----END " + name + "-----";
    }

    private String from(String alphabet, int size) {
        return random.ints(size, 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
