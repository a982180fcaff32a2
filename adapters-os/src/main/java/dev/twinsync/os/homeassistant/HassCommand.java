package dev.twinsync.os.homeassistant;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command line that runs Home Assistant.
 *
 * @param program as in {@link Installation.Alone}
 * @param folder what it names as its configuration folder; empty: it takes the one of its user
 */
record HassCommand(List<String> program, Optional<String> folder) {

    private static final String SCRIPT = "hass";
    private static final Pattern PYTHON = Pattern.compile("python[0-9.]*");
    private static final String LONG_OPTION = "--config=";

    HassCommand {
        program = List.copyOf(program);
    }

    /** Empty where the line runs something else, or one of Home Assistant's own scripts. */
    static Optional<HassCommand> of(List<String> argv) {
        int own = ownPart(argv);
        var options = argv.subList(Math.max(own, 0), argv.size());
        return own < 0 || options.contains("--script")
                ? Optional.empty()
                : Optional.of(new HassCommand(program(argv.subList(0, own)), folder(options)));
    }

    /** Where its own options begin; negative: it is not Home Assistant. */
    private static int ownPart(List<String> argv) {
        for (int word = 0; word < Math.min(2, argv.size()); word++) {
            if (lastName(argv.get(word)).equals(SCRIPT) && (word == 0 || isPython(argv.getFirst()))) {
                return word + 1;
            }
        }
        int module = argv.indexOf("-m");
        boolean isModule = module > 0
                && module + 1 < argv.size()
                && isPython(argv.getFirst())
                && argv.get(module + 1).equals("homeassistant");
        return isModule ? module + 2 : -1;
    }

    private static boolean isPython(String word) {
        return PYTHON.matcher(lastName(word)).matches();
    }

    private static String lastName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** The script knows its own interpreter. What is called by a relative name cannot be called again. */
    private static List<String> program(List<String> argv) {
        var program = argv.contains("-m") ? argv : List.of(argv.getLast());
        return Path.of(program.getFirst()).isAbsolute() ? program : List.of();
    }

    private static Optional<String> folder(List<String> options) {
        for (int word = 0; word < options.size(); word++) {
            var option = options.get(word);
            if (option.startsWith(LONG_OPTION)) {
                return Optional.of(option.substring(LONG_OPTION.length()));
            }
            if ((option.equals("-c") || option.equals("--config")) && word + 1 < options.size()) {
                return Optional.of(options.get(word + 1));
            }
        }
        return Optional.empty();
    }
}
