package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;

/**
 * What was set on a file besides its mode when it was taken away.
 *
 * @param likeness what tells the file from any other that is to stand there later, in one line
 */
record TakenFile(String likeness, Extras extras) {

    /** Says how all of it is written. What another twin writes otherwise is like no file. */
    private static final String FORM = "1";

    /** @param stat whose the file is, by number: what a name stood for may be somebody else by now */
    static String likeness(Digest content, FileMode mode, Stat stat) {
        return String.join(
                " ", FORM, content.text(), mode.text(), Integer.toString(stat.uid()), Integer.toString(stat.gid()));
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(likeness);
        out.writeInt(extras.values().size());
        for (var extra : extras.values().entrySet()) {
            out.writeUTF(extra.getKey());
            out.writeInt(extra.getValue().length);
            out.write(extra.getValue());
        }
        return bytes.toByteArray();
    }

    static boolean isLike(byte[] bytes, String likeness) throws IOException {
        return in(bytes).readUTF().equals(likeness);
    }

    /** @param bytes of this form */
    static TakenFile of(byte[] bytes) throws IOException {
        var in = in(bytes);
        var likeness = in.readUTF();
        var values = new LinkedHashMap<String, byte[]>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return new TakenFile(likeness, new Extras(values));
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
