package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A line that is a name, blanks, and a secret: {@code password X}, {@code requirepass X}, {@code secret "X";}. */
final class Statements implements Rule {

    private static final Pattern STATEMENT = Pattern.compile(
            "^[ \\t]{0,40}(?:(?:proxy_set_header|add_header|RequestHeader[ \\t]{1,8}(?:set|add)|header|set)[ \\t]{1,8})?([A-Za-z][A-Za-z0-9_.-]{1,60}+)[ \\t]{1,40}"
                    + "(?:\"([^\"]{1,256})\"|'([^']{1,256})'|([^\\s\"';]{1,256}))[;,]?[ \\t]{0,40}$");

    @Override
    public String name() {
        return NamedValues.NAME;
    }

    @Override
    public List<String> keywords() {
        return List.of("pass", "pwd", "pw", "key", "secret", "psk", "token", "masterauth");
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        var matcher = STATEMENT.matcher(line);
        if (!matcher.find()) {
            return;
        }
        for (int group = 2; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0 && kind(matcher.group(1)).holds(matcher.group(group), true)) {
                found.accept(new Finding(name(), matcher.start(group), matcher.end(group)));
            }
        }
    }

    private static SecretName kind(String name) {
        return name.equals("masterauth") ? SecretName.PASSWORD : SecretName.of(name);
    }
}
