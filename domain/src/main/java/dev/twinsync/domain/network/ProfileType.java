package dev.twinsync.domain.network;

import dev.twinsync.domain.shape.Shape;

/** What sort of connection a profile makes, as its own section is called: {@code wifi}, {@code ethernet}, {@code bridge}. */
public record ProfileType(String text) {

    static final Shape<ProfileType> SHAPE =
            Shape.text("^" + SettingKey.WORD + "$", ProfileType::new, ProfileType::text);

    public ProfileType {
        SettingKey.checkWord("the type of a profile", text);
        SettingKey.checkShort(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
