package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A password that somebody typed where a user name belongs: sshd and login write into the log whom they do not know. */
final class LoginNames implements Rule {

    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)\\binvalid user ([^ ].{0,255}?) (?:from |for |[0-9a-fA-F.:]{2,45} port )"
                    + "|\\bFAILED LOGIN [^\n']{0,60}'[^\n']{0,60}' FOR '([^']{1,256})'");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}\\$?|[A-Z][a-z]{0,31}|[A-Z]{1,32}");

    @Override
    public String name() {
        return "login-name";
    }

    @Override
    public List<String> keywords() {
        return List.of("invalid user ", "failed login ");
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        var matcher = UNKNOWN.matcher(line);
        while (matcher.find()) {
            int group = matcher.start(1) >= 0 ? 1 : 2;
            var name = matcher.group(group);
            if (!ACCOUNT.matcher(name).matches() && !SecretValue.standsForAnother(name)) {
                found.accept(new Finding(name(), matcher.start(group), matcher.end(group)));
            }
        }
    }
}
