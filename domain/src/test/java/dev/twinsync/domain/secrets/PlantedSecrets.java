package dev.twinsync.domain.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with secrets in the place of its marks: {@code ⟦password⟧}, {@code ⟦hex:40⟧}. No two of them share a piece. */
record PlantedSecrets(String text, List<PlantedSecret> secrets) {

    private static final Pattern MARK = Pattern.compile("⟦([a-z0-9-]+)(?::([^⟧]+))?⟧");
    private static final Pattern INDENTATION = Pattern.compile("^[ \t]*");

    PlantedSecrets {
        secrets = List.copyOf(secrets);
    }

    static PlantedSecrets in(String template, SecretMaker maker) {
        var text = new StringBuilder();
        var secrets = new ArrayList<PlantedSecret>();
        int done = 0;
        for (var mark = MARK.matcher(template); mark.find(); done = mark.end()) {
            text.append(template, done, mark.start());
            var secret = Stream.generate(() -> maker.make(mark.group(1), mark.group(2)))
                    .map(value -> planted(mark.group(), value, text.toString()))
                    .filter(drawn -> !drawn.remainsIn(template) && !drawn.remainsIn(text.toString()))
                    .findFirst()
                    .orElseThrow();
            secrets.add(secret);
            text.append(secret.value());
        }
        return new PlantedSecrets(text.append(template.substring(done)).toString(), secrets);
    }

    boolean anyIsOn(int line) {
        return secrets.stream().anyMatch(secret -> secret.isOn(line));
    }

    private static PlantedSecret planted(String mark, String value, String before) {
        var lineBefore = before.substring(before.lastIndexOf('\n') + 1);
        var indentation = INDENTATION.matcher(lineBefore).results().findFirst().orElseThrow();
        var indented = value.replace("\n", "\n" + indentation.group());
        int line = newlines(before) + 1;
        return new PlantedSecret(mark, indented, line, lineBefore.length() + 1, line + newlines(value));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
