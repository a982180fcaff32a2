package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.secrets.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at text line by line, as UTF-8; a byte that is none of it stands for itself alone and hides nothing. What has a
 * NUL among its first 8000 bytes is binary, as Git has it: there only the headers of private keys are looked for, since any
 * other rule would find in noise what is none. Nothing is seen beyond {@link #REACH}.
 */
public record ScanningGate(Redaction redaction) implements SecretGate {

    private static final int BINARY_SHOWS_WITHIN = 8000;

    /** A private key begins with it; the lines behind it tell one key from another. */
    private static final Pattern HEADER = Pattern.compile("-----BEGIN [ -~]{0,69}(?:\r?\n(?!-----)[ -~]{0,80}){0,4}");

    @Override
    public List<Leak> leaks(String path, InputStream content) throws IOException {
        var bytes = content.readNBytes(REACH);
        try {
            return isBinary(bytes)
                    ? headers(path, new String(bytes, StandardCharsets.ISO_8859_1))
                    : redaction.leaks(path, new String(bytes, StandardCharsets.UTF_8));
        } catch (UncheckedIOException noFingerprint) {
            throw noFingerprint.getCause();
        }
    }

    private static boolean isBinary(byte[] bytes) {
        for (int index = 0; index < Math.min(bytes.length, BINARY_SHOWS_WITHIN); index++) {
            if (bytes[index] == 0) {
                return true;
            }
        }
        return false;
    }

    private List<Leak> headers(String path, String content) {
        var leaks = new ArrayList<Leak>();
        var header = HEADER.matcher(content);
        long line = 1;
        int counted = 0;
        while (header.find()) {
            line += content.substring(counted, header.start())
                    .chars()
                    .filter(letter -> letter == '\n')
                    .count();
            counted = header.start();
            for (Leak leak : redaction.leaks(path, header.group())) {
                leaks.add(new Leak(path, line, leak.rule(), leak.masked(), leak.fingerprint()));
            }
        }
        return leaks;
    }
}
