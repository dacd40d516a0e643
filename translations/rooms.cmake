# The rooms with texts, and the tool that collects them.
set(DREY_TEXT_ROOMS
    core/base core/http core/yaml core/manifest core/secrets core/snapshot core/workflow core/kube core/flink core/health core/plans core/sim
    ui/theme ui/widgets ui/code ui/shell ui/fleet ui/deployment ui/connections ui/settings ui/practice ui/editor ui/operations ui/snapshots ui/graph
    app/gui app/cli
)
find_program(LUPDATE NAMES lupdate HINTS /usr/lib/qt6/bin REQUIRED)
