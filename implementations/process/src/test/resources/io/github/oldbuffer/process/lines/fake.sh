# A program for tests: the object that a scenario drops says what it does.
ignore_goodbye=$1
read -r hello
printf '%s\n' '{"hello":1,"name":"Fake","version":"1.0","exporters":["bytes"],"steps":["drop","make"]}'
while read -r line; do
  case $line in
    *goodbye*)
      [ "$ignore_goodbye" = ignore ] && while :; do :; done
      exit 0 ;;
  esac
  run=${line#*:}
  run=${run%%,*}
  deed=${line##*'"object":'}
  deed=${deed%%\}*}
  answer='{"run":'$run',"transcript":{"format":"oldbuffer-transcript","version":1,"outcome":{"ended":"completed"},"events":[{"did":"done"}]}}'
  case $deed in
    0) printf '%s\n' "$answer" ;;
    1) exit 0 ;;
    2) kill -ABRT $$ ;;
    3) kill -SEGV $$ ;;
    4) while :; do :; done ;;
    5) echo 'Segmentation fault (core dumped)' ;;
    6) printf '%s' "${answer%?????}"; exit 3 ;;
    7) printf '%s' "${answer%?????}"; while :; do :; done ;;
    8) printf '%s\n' '{"run":0,"step":0}' ;;
    9) printf '\377\376\n' ;;
    10) yes | tr -d '\n' ;;
    11) memory=xxxxxxxxxxxxxxxx; while :; do memory=$memory$memory; done ;;
    12) exec 1>&-; sleep 30 ;;
    13) echo '{"run":'$run',"step":0}'; exit 9 ;;
    14) while :; do echo '{"run":'$run',"step":0}'; done ;;
    15) echo '{"run":'$run',"transcript":{"format":"oldbuffer-transcript","version":1,"outcome":{"ended":"completed"},"events":[]}}' ;;
    16) echo '# A fatal error has been detected'; kill -SEGV $$ ;;
    17) echo 'not what was asked for'; exit 3 ;;
    19) echo "fake: f.c:3: g: Assertion \`a == b' failed." >&2; kill -ABRT $$ ;;
    18) printf '%s' "${answer%?????}"; exec 1>&-; sleep 30 ;;
  esac
done
