package dev.twinsync.cli;

import picocli.CommandLine.Help.Ansi.Style;

/** Colours, where they are wanted; as grep and git have them. */
record Paint(boolean isOn) {

    String match(String text) {
        return painted(text, Style.bold, Style.fg_red);
    }

    String file(String text) {
        return painted(text, Style.fg_magenta);
    }

    String number(String text) {
        return painted(text, Style.fg_green);
    }

    String heading(String text) {
        return painted(text, Style.bold);
    }

    String place(String text) {
        return painted(text, Style.fg_cyan);
    }

    String removed(String text) {
        return painted(text, Style.fg_red);
    }

    String added(String text) {
        return painted(text, Style.fg_green);
    }

    private String painted(String text, Style... styles) {
        return isOn && !text.isEmpty() ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
