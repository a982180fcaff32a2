package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A secret whose name stands in markup around it: {@code <password>x</password>}, {@code <add key="ApiSecret" value="x"/>},
 * {@code {"name": "DB_PASSWORD", "value": "x"}}.
 */
final class MarkedUp implements Rule {

    private static final Pattern ELEMENT =
            Pattern.compile("<([A-Za-z][A-Za-z0-9:._-]{0,60}+)(?:\\s[^<>]{0,120}+)?>([^<]{1,256})<");
    private static final Pattern PAIR = Pattern.compile(
            "\\b(?i:name|key|id)[\"']?[ ]?[=:][ ]?[\"']?([A-Za-z0-9._-]{1,80}+)[\"']?"
                    + "(?:[,;]?[ ]{0,4}[\"']?(?i:value)[\"']?[ ]?[=:][ ]?[\"']?([^\"'<>\\s,}]{1,256})|[ ]{0,4}>([^<]{1,256})<)");

    @Override
    public String name() {
        return NamedValues.NAME;
    }

    @Override
    public List<String> keywords() {
        return List.of("</", "value=", "value\"", "value'", "value:");
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        find(ELEMENT, line, found);
        find(PAIR, line, found);
    }

    private void find(Pattern pattern, CharSequence line, Consumer<Finding> found) {
        var matcher = pattern.matcher(line);
        while (matcher.find()) {
            for (int group = 2; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0 && SecretName.of(matcher.group(1)).holds(matcher.group(group), true)) {
                    found.accept(new Finding(name(), matcher.start(group), matcher.end(group)));
                }
            }
        }
    }
}
