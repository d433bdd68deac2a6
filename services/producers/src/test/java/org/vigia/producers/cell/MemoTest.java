package org.vigia.producers.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Memo<Integer> memo = new Memo<>();

    @Test
    void asksOnceForAShortText() {
        assertThat(length("kilogram")).isEqualTo(8);
        assertThat(length("kilogram")).isEqualTo(8);

        assertThat(calls).hasValue(1);
    }

    @Test
    void keepsNoLongText() {
        String text = "x".repeat(65);
        assertThat(length(text)).isEqualTo(65);
        assertThat(length(text)).isEqualTo(65);

        assertThat(calls).hasValue(2);
    }

    @Test
    void answersRightHoweverManyTextsPushEachOtherOut() {
        // "Aa" and "BB" have the same hash
        assertThat(memo.of("Aa", text -> 1)).isEqualTo(1);
        assertThat(memo.of("BB", text -> 2)).isEqualTo(2);
        assertThat(memo.of("Aa", text -> 1)).isEqualTo(1);
        IntStream.range(0, 10_000).forEach(i -> assertThat(length("x" + i)).isEqualTo(("x" + i).length()));
    }

    @Test
    void remembersNoFailure() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> memo.of("bad", text -> {
                        calls.incrementAndGet();
                        throw new IllegalArgumentException(text);
                    }))
                    .hasMessage("bad");
        }
        assertThat(calls).hasValue(2);
    }

    private int length(String text) {
        return memo.of(text, asked -> {
            calls.incrementAndGet();
            return asked.length();
        });
    }
}
