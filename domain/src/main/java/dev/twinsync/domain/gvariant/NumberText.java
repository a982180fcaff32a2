package dev.twinsync.domain.gvariant;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How numbers are written. */
final class NumberText {

    /** Enough for each number there is; reading time of a longer one grows faster than it. */
    private static final int LONGEST = 1_100;

    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("([+-]?)(inf|infinity|nan)");
    private static final Pattern WHOLE =
            Pattern.compile("(?<sign>[+-]?)(0[xX](?<hex>[0-9a-fA-F]+)|(?<octal>0[0-7]*)|(?<decimal>[1-9]\\d*))");

    /** So many digits tell every double from its neighbours. */
    private static final MathContext DIGITS = new MathContext(17);

    private static final int MOST_PLAIN = 17;
    private static final int LEAST_PLAIN = -4;

    private NumberText() {}

    static boolean isPart(int letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || letter == '-' || letter == '+' || letter == '.');
    }

    /** Whether what is written so is no whole number, whatever type is expected. */
    static boolean isReal(String token) {
        return token.contains(".")
                || token.contains("e") && !token.startsWith("0x")
                || token.contains("inf")
                || token.contains("nan");
    }

    static GVariant value(String token, GType.Basic type, int index) {
        if (token.length() > LONGEST) {
            throw new Malformed("a number is too long", index);
        }
        return type == GType.Basic.DOUBLE
                ? new GVariant.Real(real(token, index))
                : WholeRange.of(type)
                        .map(range -> new GVariant.Whole(type, whole(token, range, index)))
                        .orElseThrow(() -> new Malformed("this is not a value of type " + type.signature(), index));
    }

    private static BigInteger whole(String token, WholeRange range, int index) {
        var number = integer(token).orElseThrow(() -> new Malformed("this is not a whole number", index));
        if (!range.holds(number)) {
            throw new Malformed("the number is out of the range of its type, " + range, index);
        }
        return number;
    }

    /** As C reads it: a leading zero makes it octal. */
    private static Optional<BigInteger> integer(String token) {
        var matcher = WHOLE.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = matcher.group("hex") != null
                ? new BigInteger(matcher.group("hex"), 16)
                : matcher.group("octal") != null
                        ? new BigInteger(matcher.group("octal"), 8)
                        : new BigInteger(matcher.group("decimal"));
        return Optional.of(matcher.group("sign").equals("-") ? number.negate() : number);
    }

    private static double real(String token, int index) {
        var notFinite = NOT_FINITE.matcher(token);
        if (notFinite.matches()) {
            return notFinite.group(2).equals("nan")
                    ? Double.NaN
                    : notFinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double number = REAL.matcher(token).matches()
                ? Double.parseDouble(token)
                : integer(token)
                        .orElseThrow(() -> new Malformed("this is not a number", index))
                        .doubleValue();
        if (Double.isInfinite(number)) {
            throw new Malformed("the number is too big", index);
        }
        return number;
    }

    /** As {@code printf("%.17g")} writes it, with {@code .0} where nothing else tells it from a whole number. */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number < 0 ? "-inf" : "inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < LEAST_PLAIN || exponent >= MOST_PLAIN ? scientific(rounded, exponent) : plain(rounded);
    }

    private static String plain(BigDecimal number) {
        var text = number.toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    private static String scientific(BigDecimal number, int exponent) {
        var mantissa = number.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }
}
