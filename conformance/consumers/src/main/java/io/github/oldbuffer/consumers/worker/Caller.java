package io.github.oldbuffer.consumers.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.Content;
import io.github.oldbuffer.spec.consumer.Nature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls functions in a worker process that is replaced when it dies, or when its descriptors come to an end.
 *
 * <p>Not for several threads.
 */
public final class Caller implements AutoCloseable {

    /** Requests under way: few enough to fit into a pipe, so that handing one over never waits. */
    private static final int UNDER_WAY = 16;

    /** Who waits for something that does not come waits with other contents as well. */
    private static final int MOST_WAITS = 2;

    /** How the death of who does not come back begins. */
    public static final String TIMED_OUT = "TIMED_OUT";

    /** How it begins that nothing can be said, since bytes end the process as well. */
    public static final String ENDED = "the same call with bytes ends the process: ";

    /** How it begins that the object itself, whatever its memory, ends the process. */
    public static final String UNASKED = "the object ends the process before it is asked for its memory: ";

    private final WorkerSetting setting;
    private Worker worker;

    private Caller(WorkerSetting setting) {
        this.setting = setting;
    }

    /**
     * Starts a worker.
     *
     * @throws CallException where the interpreter does not serve the kit
     */
    public static Caller start(WorkerSetting setting) throws CallException, IOException {
        Caller caller = new Caller(setting);
        try {
            caller.alive();
        } catch (IOException unusable) {
            throw CallException.unusable(unusable.getMessage());
        }
        return caller;
    }

    public WorkerSetting setting() {
        return setting;
    }

    /**
     * Asks what a call is like.
     *
     * @param contents that are tried
     * @throws CallException where there is no such call, or it ends the process
     */
    public Inspection inspect(Call call, List<Content> contents) throws CallException, IOException {
        return inspect(call, contents, 0);
    }

    /** @param waits how often it did not come back already */
    private Inspection inspect(Call call, List<Content> contents, int waits) throws CallException, IOException {
        ObjectNode request = request("inspect", call);
        ArrayNode tried = request.putArray("contents");
        contents.forEach(content -> tried.addObject().put("hex", content.hex()).put("times", content.times()));
        try {
            JsonNode answer = ask(request);
            refuse(answer);
            List<Boolean> taken = new ArrayList<>();
            answer.path("contents").forEach(each -> taken.add(each.asBoolean()));
            return new Inspection(
                    answer.path("others").asInt(),
                    answer.path("wrongs").asInt(),
                    texts(answer.path("wrong")),
                    answer.path("receiver").asText(),
                    texts(answer.path("imports")),
                    answer.path("version").asText(),
                    answer.path("python").asText(),
                    answer.path("counts").asBoolean(),
                    answer.path("asked").asBoolean(),
                    answer.path("writes").asBoolean(),
                    answer.path("strides").asBoolean(),
                    answer.path("items").asBoolean(),
                    answer.path("numbers").asBoolean(),
                    taken);
        } catch (WorkerDiedException died) {
            drop();
            if (died.phase().isEmpty()) {
                throw CallException.unusable(
                        call.expression() + " cannot be prepared: the process ended, " + died.death());
            }
            boolean waited = died.death().startsWith(TIMED_OUT);
            if (waited && waits + 1 == MOST_WAITS) {
                throw CallException.unusable(call.expression() + " does not come back: " + died.death());
            }
            // what it dies of is for the scenarios to find out
            int deadly = Integer.parseInt(died.phase());
            List<Content> others = new ArrayList<>(contents);
            others.remove(deadly);
            return inspect(call, others, waited ? waits + 1 : waits).withDeadly(deadly, !waited && !died.unasked());
        }
    }

    /** Runs scenarios, in order. */
    public List<ConsumerTranscript> run(Call call, List<ConsumerScenario> scenarios) throws CallException, IOException {
        List<ConsumerTranscript> transcripts = new ArrayList<>();
        int said = 0;
        while (transcripts.size() < scenarios.size()) {
            Worker asked = alive();
            while (said < scenarios.size() && said - transcripts.size() < UNDER_WAY) {
                ObjectNode request = request("run", call);
                request.set("scenario", scenarios.get(said).toTree());
                asked.say(request);
                said++;
            }
            try {
                JsonNode answer = asked.answer(setting.patience());
                refuse(answer);
                transcripts.add(TranscriptForm.read(answer));
                if (spent(answer)) {
                    drop();
                    said = transcripts.size();
                }
            } catch (WorkerDiedException died) {
                drop();
                transcripts.add(transcript(scenarios.get(transcripts.size()), died));
                said = transcripts.size();
            }
        }
        return transcripts;
    }

    /** Any other question. */
    public Reply ask(String what, ObjectNode more) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("ask", what);
        request.setAll(more);
        try {
            return new Reply(ask(request), null, "");
        } catch (WorkerDiedException died) {
            drop();
            return new Reply(null, died.death(), died.phase());
        }
    }

    /**
     * A death of the call with bytes says nothing about the object, nor does one without a look at its memory. Who is given numbers,
     * large ones, may count for long: that is not due to where they lie. A death of the same items in one segment of the kit's own is no
     * other object's.
     */
    private static ConsumerTranscript transcript(ConsumerScenario scenario, WorkerDiedException died) {
        if (died.unasked() && scenario.offered().scripted() != null) {
            return ConsumerTranscript.unsupported(UNASKED + died.death());
        }
        boolean waited = died.death().startsWith(TIMED_OUT);
        boolean segment =
                scenario.offered().scripted() != null && scenario.offered().nature() == Nature.ITEMS;
        return died.phase().equals("object") || died.phase().equals("row") && !waited && segment
                ? ConsumerTranscript.died(died.death(), died.fault())
                : ConsumerTranscript.unsupported(ENDED + died.death());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static void refuse(JsonNode answer) throws CallException {
        if (answer.has("misused")) {
            throw CallException.misused(answer.get("misused").asText());
        } else if (answer.has("missing")) {
            throw CallException.unusable(answer.get("missing").asText());
        }
    }

    JsonNode ask(ObjectNode request) throws IOException, WorkerDiedException {
        Worker asked = alive();
        asked.say(request);
        JsonNode answer = asked.answer(setting.patience());
        if (spent(answer)) {
            drop();
        }
        return answer;
    }

    /** Whether what was called has left so many descriptors open that what is called next would lack them. */
    private static boolean spent(JsonNode answer) {
        return answer.path("spent").asBoolean();
    }

    static ObjectNode request(String what, Call call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ask", what)
                .put("expression", call.expression())
                .put("setup", call.setup());
    }

    private Worker alive() throws IOException {
        if (worker == null) {
            worker = Worker.start(setting.words());
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("ask", "paths");
            ArrayNode paths = request.putArray("paths");
            setting.paths().forEach(path -> paths.add(path.toString()));
            worker.say(request);
            try {
                worker.answer(setting.patience());
            } catch (WorkerDiedException died) {
                drop();
                throw new IOException("The interpreter ended before anything was called: " + died.death() + ".");
            }
        }
        return worker;
    }

    void drop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    /** A new process serves the next request. */
    public void refresh() {
        drop();
    }

    @Override
    public void close() {
        drop();
    }
}
