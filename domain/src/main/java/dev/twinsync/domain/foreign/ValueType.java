package dev.twinsync.domain.foreign;

import dev.twinsync.domain.foreign.Value.Table;
import dev.twinsync.domain.foreign.Value.Text;
import dev.twinsync.domain.foreign.Value.Texts;
import dev.twinsync.domain.foreign.Value.Truth;
import dev.twinsync.domain.foreign.Value.Whole;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.function.UnaryOperator;

/** What a line of a thing may say. */
sealed interface ValueType {

    record OfText(Grammar grammar) implements ValueType {}

    record OfTruth() implements ValueType {}

    record OfNumber() implements ValueType {}

    record OfTexts(Grammar grammar) implements ValueType {}

    record OfTable(Grammar grammar) implements ValueType {}

    /** How it looks in a wish. */
    default Shape<Value> wished() {
        return shape(
                switch (this) {
                    case OfText(var grammar) -> grammar::checked;
                    case OfTexts(var grammar) -> grammar::checked;
                    case OfTable(var grammar) -> grammar::checked;
                    case OfTruth _, OfNumber _ -> UnaryOperator.identity();
                });
    }

    /** How it looks where it was seen. */
    default Shape<Value> seen() {
        return shape(
                switch (this) {
                    case OfText(var grammar) -> grammar::checkedAsSeen;
                    case OfTexts(var grammar) -> grammar::checkedAsSeen;
                    case OfTable(var grammar) -> grammar::checkedAsSeen;
                    case OfTruth _, OfNumber _ -> UnaryOperator.identity();
                });
    }

    private Shape<Value> shape(UnaryOperator<String> check) {
        var text = Shape.text().<String>as(check, value -> value);
        return switch (this) {
            case OfText _ -> text.as(Text::new, value -> ((Text) value).text());
            case OfTexts _ -> Shape.list(text).as(Texts::new, value -> ((Texts) value).items());
            case OfTable _ -> new TableShape<>(text).as(lines -> new Table(lines), value -> ((Table) value).lines());
            case OfTruth _ -> Shape.truth().as(Truth::new, value -> ((Truth) value).is());
            case OfNumber _ -> Shape.number().as(Whole::new, value -> ((Whole) value).number());
        };
    }
}
