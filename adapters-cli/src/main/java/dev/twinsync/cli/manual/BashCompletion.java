package dev.twinsync.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For bash, with or without its package of completions. Bash parts words at {@code =} and {@code :} as well, so a value may be
 * the second word after its option.
 */
final class BashCompletion {

    private static final String HEAD = """
            # Completion of twin for bash, made of its commands.
            _twin() {
              local path=twin option='' word current=${COMP_WORDS[COMP_CWORD]} i
              COMPREPLY=()
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if [[ -n $option ]]; then
                  [[ $word == '=' ]] || option=
                  continue
                fi
                case "$path $word" in
            """;
    private static final String OF_OPTIONS = """
                esac
              done
              [[ $current != '=' ]] || current=
              if [[ -n $option ]]; then
                case "$path $option" in
            """;
    private static final String OF_COMMANDS = """
                esac
                return
              fi
              case $path in
            """;
    private static final String END = """
              esac
            }
            _twin_words() { # WORDS
              mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$1" -- "$current")
            }
            _twin_places() {
              compopt -o filenames 2>/dev/null
              mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
            }
            complete -F _twin twin
            """;

    private BashCompletion() {}

    static String script(Entry twin) {
        return HEAD
                + Paths.turns(twin).stream()
                        .map(turn -> "      '" + turn.words() + "') path='" + turn.to() + "' ;;\n")
                        .collect(Collectors.joining())
                + "      " + alternatives(Paths.valued(twin)) + ") option=$word ;;\n"
                + OF_OPTIONS
                + twin.all().flatMap(BashCompletion::ofOptions).collect(Collectors.joining())
                + OF_COMMANDS
                + twin.all().map(BashCompletion::ofCommand).collect(Collectors.joining())
                + END;
    }

    private static String alternatives(List<String> patterns) {
        return patterns.stream().map(pattern -> "'" + pattern + "'").collect(Collectors.joining(" | "));
    }

    private static Stream<String> ofOptions(Entry entry) {
        return entry.flags().stream().flatMap(flag -> {
            var offer = offer(flag.value());
            var patterns = flag.names().stream()
                    .map(name -> entry.words() + " " + name)
                    .toList();
            return offer.isEmpty()
                    ? Stream.empty()
                    : Stream.of("      " + alternatives(patterns) + ") " + offer + " ;;\n");
        });
    }

    private static String ofCommand(Entry entry) {
        var options = entry.flags().stream().flatMap(flag -> flag.names().stream());
        var commands = entry.commands().stream().map(Entry::name);
        var words = Stream.concat(commands, options).collect(Collectors.joining(" "));
        var places = offer(entry.firstArgument());
        return "    '" + entry.words() + "') _twin_words '" + words + "'" + (places.isEmpty() ? "" : "; " + places)
                + " ;;\n";
    }

    private static String offer(Value value) {
        return switch (value) {
            case Value.Nothing _, Value.Anything _ -> "";
            case Value.Place _ -> "_twin_places";
            case Value.OneOf(var words) -> "_twin_words '" + String.join(" ", words) + "'";
        };
    }
}
