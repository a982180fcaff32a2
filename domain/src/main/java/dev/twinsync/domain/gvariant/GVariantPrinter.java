package dev.twinsync.domain.gvariant;

import java.util.List;

/** Prints one value as GLib does. */
final class GVariantPrinter {

    private static final String NOTHING = "nothing";

    private final StringBuilder text = new StringBuilder();

    String print(GVariant value) {
        add(value, true);
        return text.toString();
    }

    /** @param typed whether nothing before tells the type of this value */
    private void add(GVariant value, boolean typed) {
        switch (value) {
            case GVariant.Bool(var truth) -> text.append(truth);
            case GVariant.Whole whole -> whole(whole, typed);
            case GVariant.Real(var number) -> text.append(NumberText.of(number));
            case GVariant.Text written -> written(written, typed);
            case GVariant.Variant(var inside) -> {
                text.append('<');
                add(inside, true);
                text.append('>');
            }
            case GVariant.Maybe maybe -> maybe(maybe, typed);
            case GVariant.Array array -> array(array, typed);
            case GVariant.Entry(var _, var key, var inside) -> {
                text.append('{');
                add(key, typed);
                text.append(", ");
                add(inside, typed);
                text.append('}');
            }
            case GVariant.Tuple(var parts) -> tuple(parts, typed);
        }
    }

    private void whole(GVariant.Whole whole, boolean typed) {
        if (typed) {
            text.append(
                    switch (whole.type()) {
                        case BYTE -> "byte ";
                        case INT16 -> "int16 ";
                        case UINT16 -> "uint16 ";
                        case UINT32 -> "uint32 ";
                        case INT64 -> "int64 ";
                        case UINT64 -> "uint64 ";
                        case HANDLE -> "handle ";
                        case INT32, BOOLEAN, DOUBLE, STRING, OBJECT_PATH, SIGNATURE -> "";
                    });
        }
        text.append(
                whole.type() == GType.Basic.BYTE
                        ? String.format("0x%02x", whole.value().intValue())
                        : whole.value().toString());
    }

    private void written(GVariant.Text written, boolean typed) {
        if (written.type() == GType.Basic.STRING) {
            Quoting.add(text, written.value());
            return;
        }
        if (typed) {
            text.append(written.type() == GType.Basic.OBJECT_PATH ? "objectpath " : "signature ");
        }
        text.append('\'').append(written.value()).append('\'');
    }

    /** "just" only where "nothing" stands at the end: elsewhere the type tells that the value is there. */
    private void maybe(GVariant.Maybe maybe, boolean typed) {
        if (typed) {
            type(maybe);
        }
        if (maybe.value().isEmpty()) {
            text.append(NOTHING);
            return;
        }
        int start = text.length();
        add(maybe.value().get(), false);
        if (text.indexOf(NOTHING, Math.max(start, text.length() - NOTHING.length())) >= 0) {
            text.insert(start, "just ");
        }
    }

    private void type(GVariant value) {
        text.append('@').append(value.type().signature()).append(' ');
    }

    private void array(GVariant.Array array, boolean typed) {
        var bytes = ByteStrings.of(array);
        if (bytes.isPresent()) {
            Quoting.addBytes(text, bytes.get());
            return;
        }
        boolean dictionary = array.of() instanceof GType.Entry;
        if (array.items().isEmpty()) {
            if (typed) {
                type(array);
            }
            text.append(dictionary ? "{}" : "[]");
            return;
        }
        text.append(dictionary ? '{' : '[');
        items(array.items(), typed);
        text.append(dictionary ? '}' : ']');
    }

    /** Only the first one tells the type of all. */
    private void items(List<GVariant> items, boolean typed) {
        boolean first = true;
        for (GVariant item : items) {
            if (!first) {
                text.append(", ");
            }
            if (item instanceof GVariant.Entry(var _, var key, var value)) {
                add(key, typed && first);
                text.append(": ");
                add(value, typed && first);
            } else {
                add(item, typed && first);
            }
            first = false;
        }
    }

    private void tuple(List<GVariant> parts, boolean typed) {
        text.append('(');
        for (int index = 0; index < parts.size(); index++) {
            if (index > 0) {
                text.append(", ");
            }
            add(parts.get(index), typed);
        }
        text.append(parts.size() == 1 ? ",)" : ")");
    }
}
