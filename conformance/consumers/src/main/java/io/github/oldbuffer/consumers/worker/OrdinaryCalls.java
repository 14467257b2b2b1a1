package io.github.oldbuffer.consumers.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import java.io.IOException;

/** Calls with objects that anybody would give: lists, arrays, bytes. Each death takes a new worker. */
public record OrdinaryCalls(Caller caller) {

    /** How bytes of the same content are called. */
    public static final String BYTES = "bytes";

    /** How a bytearray of the same content is called. */
    public static final String BYTEARRAY = "a bytearray";

    /** How memory of a number is called that has no dimensions; it is tried where a number ended the process. */
    public static final String NUMBER = "memory of the number";

    /** Makes the call of a scenario with ordinary objects until one gives a result: lists, arrays, bytes. */
    public Ordinary untilResult(Call call, ConsumerScenario scenario) throws CallException, IOException {
        ObjectNode request = request(call, scenario);
        Ordinary all = Ordinary.NONE;
        for (int from = 0; from >= 0 && !all.enough(); ) {
            Asked asked = asked(call, request.put("from", from));
            all = all.with(asked.name(), asked.death());
            from = asked.death() == null ? -1 : asked.place() + 1;
        }
        return all;
    }

    /**
     * Makes the call of a scenario with bytes, with a bytearray, and with lists, that say what its object does, or with memory of a
     * number.
     *
     * @return what ended the process, and as the result the bytes, where these gave one
     */
    public Ordinary ofTheSame(Call call, ConsumerScenario scenario) throws CallException, IOException {
        ObjectNode request = request(call, scenario);
        request.set("offered", scenario.toTree().get("offered"));
        Ordinary all = Ordinary.NONE;
        for (int from = 0; from >= 0 && !all.enough(); ) {
            Asked asked = asked(call, request.put("from", from));
            boolean told = asked.death() != null
                    || asked.name() != null && asked.name().startsWith(BYTES);
            all = told ? all.with(asked.name(), asked.death()) : all;
            from = asked.name() == null ? -1 : asked.place() + 1;
        }
        return all;
    }

    /** @param name of the object that gave a result, or of the one that ended the process; {@code null} where nothing did */
    private record Asked(String name, int place, String death) {}

    private Asked asked(Call call, ObjectNode request) throws CallException, IOException {
        try {
            JsonNode answer = caller.ask(request);
            Caller.refuse(answer);
            return new Asked(
                    answer.path("result").asText(null), answer.path("place").asInt(), null);
        } catch (WorkerDiedException died) {
            caller.drop();
            String[] words = died.phase().split(" ", 2);
            if (words.length < 2) {
                throw CallException.unusable(
                        call.expression() + " cannot be prepared: the process ended, " + died.death());
            }
            return new Asked(words[1], Integer.parseInt(words[0]), died.death());
        }
    }

    private static ObjectNode request(Call call, ConsumerScenario scenario) {
        ObjectNode request = Caller.request("ordinary", call).put("wrong", scenario.wrong());
        request.putObject("content")
                .put("hex", scenario.content().hex())
                .put("times", scenario.content().times());
        return request;
    }
}
