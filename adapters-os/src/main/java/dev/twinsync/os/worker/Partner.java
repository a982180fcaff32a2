package dev.twinsync.os.worker;

import dev.twinsync.os.Dialogue;
import java.io.InputStream;
import java.io.OutputStream;

/** Who is at the other end of a conversation. */
interface Partner {

    String ROOT_SIDE = "the root side";

    /** What it says. */
    InputStream output();

    /** What it is told. */
    OutputStream input();

    /** Who it is, in a sentence: the root side. */
    default String name() {
        return ROOT_SIDE;
    }

    /** How it ended, in words; it says nothing any more. */
    String ending();

    /** Tells it to end and waits for that. */
    void dismiss();

    /** Leaves it to itself. */
    void abandon();

    static Partner of(Dialogue dialogue) {
        return of(dialogue, ROOT_SIDE);
    }

    static Partner of(Dialogue dialogue, String name) {
        return new Partner() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream output() {
                return dialogue.output();
            }

            @Override
            public OutputStream input() {
                return dialogue.input();
            }

            @Override
            public String ending() {
                var code = dialogue.ended().map(exit -> " with " + exit).orElse("");
                var words = dialogue.said();
                return name + " ended" + (words.isEmpty() ? code : ": " + words);
            }

            @Override
            public void dismiss() {
                dialogue.close();
            }

            @Override
            public void abandon() {
                dialogue.abandon();
            }
        };
    }
}
