package dev.twinsync.cli.terminal;

import picocli.CommandLine.Help.Ansi.Style;

/** Colours, where they are wanted; as grep and git have them. */
public record Paint(boolean isOn) {

    public String match(String text) {
        return painted(text, Style.bold, Style.fg_red);
    }

    public String file(String text) {
        return painted(text, Style.fg_magenta);
    }

    public String number(String text) {
        return painted(text, Style.fg_green);
    }

    public String heading(String text) {
        return painted(text, Style.bold);
    }

    public String place(String text) {
        return painted(text, Style.fg_cyan);
    }

    public String removed(String text) {
        return painted(text, Style.fg_red);
    }

    public String added(String text) {
        return painted(text, Style.fg_green);
    }

    private String painted(String text, Style... styles) {
        return isOn && !text.isEmpty() ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
