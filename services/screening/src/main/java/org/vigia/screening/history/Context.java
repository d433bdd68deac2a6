package org.vigia.screening.history;

/** What a judgement depends on besides history: the detector's settings and what countries trade in a year. */
public record Context(Settings settings, TradeBaselines trade) {}
