package io.github.camelvtiger.simulator.comparison;

import io.github.camelvtiger.simulator.client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends the calls of one script to both servers, each call to one after the other. */
final class ComparisonRun {

    private final Side one;
    private final Side other;
    private final List<Subject> subjects;
    private final Correspondence same;

    ComparisonRun(Side one, Side other, List<Subject> subjects) throws IOException, InterruptedException {
        this.one = one;
        this.other = other;
        this.subjects = subjects;
        Instant begin = one.now();
        same = new Correspondence(begin, Duration.between(begin, other.now()));
        same.bind(one.id(Side.USER), other.id(Side.USER));
    }

    /** @return ids that could not be tidied up, with the server they are of */
    List<String> run(long seed, int calls, Consumer<Compared> compared) throws IOException, InterruptedException {
        List<String> left = new ArrayList<>();
        try {
            if (subjects.stream().anyMatch(Subject::destructive)) {
                one.rememberUser();
                other.rememberUser();
            }
            Script script = new Script(one.modules(), Side.USER);
            for (int i = 0; i < calls; i++) {
                Draw draw = new Draw(seed, i);
                Subject subject = drawn(draw);
                Step step = subject.step(draw, script)
                        .or(() -> subjects.get(0).step(draw, script))
                        .orElseThrow(() -> new IOException("The user may see no module: take another one."));
                compared.accept(compare(i, subject, step, script));
            }
        } finally {
            one.tidy().forEach(id -> left.add(id + " of the first server"));
            other.tidy().forEach(id -> left.add(id + " of the other server"));
        }
        return left;
    }

    private Subject drawn(Draw draw) {
        int place = draw.below(subjects.stream().mapToInt(Subject::weight).sum());
        for (Subject subject : subjects) {
            place -= subject.weight();
            if (place < 0) {
                return subject;
            }
        }
        throw new IllegalStateException("a place beyond all weights");
    }

    private Compared compare(int number, Subject subject, Step step, Script script)
            throws IOException, InterruptedException {
        Answer answer = one.send(step);
        Answer second = other.send(step);
        learn(step, answer, second, script);
        return new Compared(
                number,
                subject.name(),
                step.request().operation(),
                AnswerComparison.of(answer, second, same),
                "  -> " + step.request().text() + "\n  <- " + answer.shown() + "\n  <- " + second.shown());
    }

    /** Only what both have done is built upon. */
    private void learn(Step step, Answer answer, Answer second, Script script) {
        if (!answer.success() || !second.success()) {
            return;
        }
        if (!step.makes().isEmpty()) {
            String symbol = script.newSymbol();
            String id = answer.result().path("id").asText();
            String otherId = second.result().path("id").asText();
            one.keep(symbol, id);
            other.keep(symbol, otherId);
            same.bind(id, otherId);
            script.made(new MadeRecord(symbol, step.makes()));
        }
        script.removed(step.removes());
    }
}
