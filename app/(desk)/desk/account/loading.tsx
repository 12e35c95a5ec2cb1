import { Waiting } from "@/components/people/waiting";

export default function AccountLoading() {
  return <Waiting rows={3} narrow />;
}
