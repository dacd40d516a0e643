#pragma once

#include <QByteArray>

namespace support {

/// One of each way to write a value.
inline const QByteArray manifest = R"(# The orders job
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: orders   # short
  labels: {team: pay, "tier": 'a''b', empty: }
spec:
  flinkConfiguration:
    state.backend.type: rocksdb
    taskmanager.numberOfTaskSlots: "2"
    execution.checkpointing.interval:
    note: ~
  podTemplate: &template
    spec:
      containers:
      - name: flink-main-container
        args: [one, "two\"}", {three: 3}, a: b]
      - name: other
  taskManager:
    podTemplate: *template
    command: |
      echo one

        echo two
    folded: >-
      a b
      c
    long: plain text that
      goes on
    last: !!str 12
)";

} // namespace support
