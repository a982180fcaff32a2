package dev.twinsync.bundle;

import java.util.List;

/** Code of the kinds that are put otherwise, to be asked as it was written and as it became. */
final class Samples {

    /** The one type that both of them share. */
    public interface Asked {
        String chosen(Object thing);

        String chosenByText(String text);

        String text(Object[] values);

        int hash(Object[] values);

        boolean areEqual(Object[] some, Object[] others);

        boolean equalsSomethingElse(Object[] values);
    }

    record Fields(
            boolean yes,
            byte small,
            short few,
            char letter,
            int some,
            long many,
            float about,
            double near,
            Object any) {

        static Fields of(Object[] values) {
            return new Fields(
                    (boolean) values[0],
                    (byte) values[1],
                    (short) values[2],
                    (char) values[3],
                    (int) values[4],
                    (long) values[5],
                    (float) values[6],
                    (double) values[7],
                    values[8]);
        }
    }

    record Nothing() {}

    record Letters(char[] letters) {}

    sealed interface Form {
        record Round(int radius) implements Form {}

        record Edged(Form within) implements Form {}

        default String name() {
            return switch (this) {
                case Round round when round.radius() == 0 -> "a point";
                case Round(var radius) -> "round by " + radius;
                case Edged(Round within) -> "an edge around " + within.name();
                case Edged(var within) -> "edged " + within.name();
            };
        }
    }

    static final class Answers implements Asked {

        @Override
        public String chosen(Object thing) {
            return switch (thing) {
                case null -> "nothing";
                case String text when text.isEmpty() -> "no text";
                case String text when text.length() > 3 -> "much text";
                case Integer number when number > 3 -> forms(number).name();
                case Number number -> "a number like " + number;
                case int[] numbers -> "numbers: " + numbers.length;
                case List<?> list when list.isEmpty() -> "no list";
                case CharSequence letters -> "letters: " + letters;
                default -> "a " + thing.getClass().getSimpleName();
            };
        }

        private static Form forms(int number) {
            Form form = new Form.Round(number % 3);
            for (int around = 0; around < number % 4; around++) {
                form = new Form.Edged(form);
            }
            return form;
        }

        @Override
        public String chosenByText(String text) {
            return switch (text) {
                case null -> "nothing";
                case "a" -> "the first";
                case String long1 when long1.length() > 3 -> "much";
                case "b" -> "the second";
                case String other -> "another: " + other;
            };
        }

        @Override
        public String text(Object[] values) {
            return Fields.of(values).toString() + new Nothing() + new Letters(null);
        }

        @Override
        public int hash(Object[] values) {
            return Fields.of(values).hashCode() + new Nothing().hashCode();
        }

        @Override
        public boolean areEqual(Object[] some, Object[] others) {
            return Fields.of(some).equals(Fields.of(others)) && new Nothing().equals(new Nothing());
        }

        @Override
        public boolean equalsSomethingElse(Object[] values) {
            return Fields.of(values).equals(new Nothing()) || new Nothing().equals(null);
        }
    }

    private Samples() {}
}
