package io.github.oldbuffer.suite.properties;

/** Every clause as a property; a test class that implements this is judged by the whole contract. */
public interface ConformanceSuite
        extends CharBufferProperties,
                ReadBufferProperties,
                WriteBufferProperties,
                CheckReadBufferProperties,
                AcrossFunctionsProperties,
                NewProtocolProperties {}
